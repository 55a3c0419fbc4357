package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.PartialDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who somebody is. 基本情况类事实 */
public sealed interface PersonalFact extends FactBody {

    /** 身份：姓名 A0101、性别 A0104、出生日期 A0107、民族 A0117、籍贯 A0111A、出生地 A0114A、成长地 A0115A */
    record Identity(
            String name,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable String ethnicity,
            @Nullable String nativePlace,
            @Nullable String birthPlace,
            @Nullable String upbringingPlace)
            implements PersonalFact {}

    /** 公民身份号码 A0184 */
    record IdNumber(String number) implements PersonalFact {
        @Override
        @JsonIgnore
        public Optional<String> sought() {
            return Optional.of(number);
        }
    }

    /**
     * 政治面貌与入党时间 A0141、A0144、A3921、A3927
     *
     * @param party the word: 中共党员、中共预备党员、民盟、无党派、群众……
     * @param joined as far as known; no date is given for joining a democratic party
     */
    record PartyMembership(String party, @Nullable PartialDate joined) implements PersonalFact {
        @Override
        public String slot() {
            return party;
        }
    }

    /** 参加工作时间 A0134 */
    record WorkStart(PartialDate date) implements PersonalFact {}

    /** 健康状况 A0128 */
    record HealthStatement(String text) implements PersonalFact {}

    /**
     * 专业技术任职资格 A06
     *
     * @param printed whether the form prints it (A0699)
     */
    record ProfessionalTitle(
            String title,
            @Nullable String code,
            @Nullable String way,
            @Nullable String board,
            @Nullable Boolean printed)
            implements PersonalFact {}

    /** 熟悉专业有何专长 A0187A */
    record Expertise(String text) implements PersonalFact {}

    /** 语言能力 */
    record Language(String language, @Nullable String level) implements PersonalFact {
        @Override
        public String slot() {
            return language;
        }
    }

    /** 联系方式 A37 */
    record Contact(String channel, String value) implements PersonalFact {
        @Override
        public String slot() {
            return channel;
        }
    }

    /**
     * 照片 A57
     *
     * @param digest SM3 of the picture's bytes, hexadecimal; the picture itself is kept by {@code document}
     */
    record Photo(String digest, String mediaType, int bytes) implements PersonalFact {}

    /** 备注 A0180 */
    record Remark(String text) implements PersonalFact {}
}
