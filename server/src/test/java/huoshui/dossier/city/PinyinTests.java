package huoshui.dossier.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "曾国藩, zengguofan, zgf",
        "仇和, qiuhe, qh",
        "区大任, oudaren, odr",
        "解缙, xiejin, xj",
        "查良镛, zhaliangyong, zly",
        "任长霞, renchangxia, rcx",
        "单于雄, chanyuxiong, cyx",
        "尉迟恭, yuchigong, ycg",
        "万俟卨, moqi, mq",
        "欧阳修, ouyangxiu, oyx",
        "重庆, chongqing, cq",
        "翟志刚, zhaizhigang, zzg",
        "翟志刚, dizhigang, dzg",
        "乐毅, yueyi, yy",
        "朴正, piaozheng, pz",
        "吕律, lulu, ll",
        "吕律, lvlv, ll",
        "韩若川, ruochuan, hrc"
    })
    void surnamesAreReadAsSurnamesAndEveryReadingIsFound(String name, String full, String initials) {
        var spelled = Pinyin.of(name);
        assertThat(spelled.begins(full))
                .as("%s as %s in %s", name, full, spelled)
                .isTrue();
        assertThat(spelled.begins(initials))
                .as("%s as %s in %s", name, initials, spelled)
                .isTrue();
    }

    @Test
    void aNameInLatinLettersIsKept() {
        assertThat(Pinyin.of("Maria").begins("mar")).isTrue();
        assertThat(Pinyin.of("").full()).isEmpty();
    }
}
