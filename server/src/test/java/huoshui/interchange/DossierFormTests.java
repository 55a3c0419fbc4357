package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表上的学历学位：记有起止年月的，学成之后照填，在读时不填")
class DossierFormTests {

    private static final Held STUDY = new Held(
            new Study("fulltime", "大学", null, "农学学士", null, "西川理工大学", null, "农学", null, null, null, null),
            Span.between(PartialDate.parse("2007-09"), PartialDate.parse("2011-07")));

    @Test
    void whatWasLearntStaysWhenTheYearsOfLearningAreOver() {
        var form = new DossierForm(List.of(STUDY), LocalDate.of(2026, 12, 1));

        assertThat(form.text(Box.FULLTIME_LEVEL)).isEqualTo("大学");
        assertThat(form.text(Box.FULLTIME_DEGREE)).isEqualTo("农学学士");
        assertThat(form.text(Box.FULLTIME_LEVEL_SCHOOL)).isEqualTo("西川理工大学农学专业");
    }

    @Test
    void whoIsStillLearningHasNotLearntItYet() {
        var form = new DossierForm(List.of(STUDY), LocalDate.of(2010, 1, 1));

        assertThat(form.text(Box.FULLTIME_LEVEL)).isEmpty();
        assertThat(form.text(Box.FULLTIME_DEGREE)).isEmpty();
    }
}
