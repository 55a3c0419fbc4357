package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.PartialDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom somebody belongs to. 家庭成员类事实 */
public sealed interface FamilyFact extends FactBody {

    /**
     * 家庭主要成员及重要社会关系 A36
     *
     * @param order row on the form, from 1
     * @param relation 称谓
     * @param post 工作单位及职务, as printed
     * @param person the person it is, confirmed by somebody; null while it is text only
     */
    record FamilyMember(
            int order,
            String relation,
            @Nullable String name,
            @Nullable PartialDate birth,
            @Nullable String party,
            @Nullable String post,
            @Nullable UUID person)
            implements FamilyFact {
        /** The same relative, confirmed to be this person. */
        public FamilyMember confirmed(UUID as) {
            return new FamilyMember(order, relation, name, birth, party, post, as);
        }

        @Override
        @JsonIgnore
        public Optional<String> sought() {
            return Optional.ofNullable(person).map(UUID::toString);
        }
    }
}
