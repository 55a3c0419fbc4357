package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.interchange.FormEditing;
import huoshui.interchange.FormEditing.Edited;
import huoshui.interchange.FormEditing.Preview;
import huoshui.interchange.FormEditing.Standing;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The appointment form in its own layout: read, looked at before writing, written. 表上填改 */
@RestController
@RequestMapping("/api/v1/people/{id}/form")
class FormPages {

    private final FormEditing editing;

    FormPages(FormEditing editing) {
        this.editing = editing;
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping
    Standing form(@PathVariable UUID id, AsOf at, Signed signed) {
        return editing.read(signed, new Subject.Person(id), at);
    }

    /** What writing this would change. */
    @Needs(Right.CORRECT_FACT)
    @PostMapping("/previews")
    Preview preview(@PathVariable UUID id, @RequestBody Edited edited, Signed signed) {
        return editing.preview(signed, new Subject.Person(id), edited);
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/editions")
    Preview write(@PathVariable UUID id, @RequestBody Edited edited, Signed signed) {
        return editing.write(signed, new Subject.Person(id), edited);
    }
}
