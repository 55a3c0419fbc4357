package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Attachments;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.RecordFact.Attached;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A photograph and papers brought in by hand; papers come back as downloads and never as pages. 照片与附件 */
@RestController
@RequestMapping("/api/v1/people/{id}")
class AttachmentPages {

    private final Attachments attachments;
    private final Dossiers dossiers;
    private final Guard guard;
    private final FactLines lines;

    AttachmentPages(Attachments attachments, Dossiers dossiers, Guard guard, FactLines lines) {
        this.attachments = attachments;
        this.dossiers = dossiers;
        this.guard = guard;
        this.lines = lines;
    }

    /** @param content the file, in base64 */
    record Photographed(byte @Nullable [] content, @Nullable String basis) {}

    @Needs({Right.RECORD_FACT, Right.CORRECT_FACT})
    @PutMapping("/photo")
    FactLine photograph(@PathVariable UUID id, @RequestBody Photographed asked, Signed signed) {
        var person = guard.changed(id, signed);
        Guard.requireWritable(signed, Chapter.BASIC);
        return lines.line(
                attachments.photograph(
                        signed.actor(), person, given(asked.content()), Guard.given(asked.basis(), "依据")),
                signed.sight());
    }

    /**
     * @param fact the fact it is the basis of; null for a paper of the dossier
     * @param chapter in which it is read, where it is the basis of no fact
     */
    record Attaching(
            byte @Nullable [] content,
            @Nullable String name,
            @Nullable String basis,
            @Nullable UUID fact,
            @Nullable Chapter chapter) {}

    @Needs(Right.RECORD_FACT)
    @PostMapping("/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine attach(@PathVariable UUID id, @RequestBody Attaching asked, Signed signed) {
        var person = guard.changed(id, signed);
        var beside = asked.fact() == null ? null : guard.writable(id, asked.fact(), signed);
        var chapter = beside == null ? asked.chapter() : beside.chapter();
        if (chapter == null) throw Guard.incomplete("附件归入哪一章");
        Guard.requireWritable(signed, chapter);
        return lines.line(
                attachments.attach(
                        signed.actor(),
                        person,
                        asked.fact(),
                        chapter,
                        Guard.given(asked.name(), "附件名称"),
                        given(asked.content()),
                        Guard.given(asked.basis(), "依据")),
                signed.sight());
    }

    /** Of a sealed chapter for a stated purpose only, and journaled; always as a file to be saved. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/attachments/{fact}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID fact, Signed signed) {
        var person = guard.seen(id, signed);
        var found = dossiers.fact(fact);
        boolean theirs = guard.ids(person.id()).contains(found.subject());
        if (!theirs || !signed.sight().reads(found.chapter()) || !(found.body() instanceof Attached attached))
            throw Guard.noFact();
        guard.open(person.id(), found.chapter(), signed);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attached.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attached.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(attachments.bytes(attached));
    }

    private static byte[] given(byte @Nullable [] content) {
        if (content == null) throw Refusal.input("empty-file", "未收下：没有选文件。请选好文件后再提交。");
        return content;
    }
}
