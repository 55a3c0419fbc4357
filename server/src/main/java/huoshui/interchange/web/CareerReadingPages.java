package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.interchange.CareerReadings;
import huoshui.interchange.CareerReadings.Reading;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's resume, read line by line. 简历识读 */
@RestController
@RequestMapping("/api/v1/people/{id}/career-reading")
class CareerReadingPages {

    private final CareerReadings readings;

    CareerReadingPages(CareerReadings readings) {
        this.readings = readings;
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping
    Reading reading(@PathVariable UUID id, AsOf at, Signed signed) {
        return readings.of(signed, new Subject.Person(id), at);
    }

    /** @param words the line as it was shown */
    record Taking(int line, @Nullable String words) {}

    /** Writes all that one line proposes. */
    @Needs(Right.CORRECT_FACT)
    @PostMapping("/takings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable UUID id, @RequestBody Taking taking, Signed signed) {
        readings.take(signed, new Subject.Person(id), taking.line(), taking.words() == null ? "" : taking.words());
    }
}
