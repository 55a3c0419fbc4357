package huoshui.dossier;

import huoshui.document.Blobs;
import huoshui.document.Content;
import huoshui.document.PictureFile;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.RecordFact.Attached;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files brought in by hand: a photograph, and papers a fact or a dossier rests on. 照片与附件 */
@Component
public class Attachments {

    private static final int MB = 1 << 20;
    private static final int LARGEST_PHOTO = 5 * MB;
    private static final int LARGEST = 10 * MB;
    private static final int LONGEST_NAME = 120;

    private final Dossiers dossiers;
    private final Blobs blobs;
    private final Acts acts;

    Attachments(Dossiers dossiers, Blobs blobs, Acts acts) {
        this.dossiers = dossiers;
        this.blobs = blobs;
        this.acts = acts;
    }

    /**
     * Makes this the person's photograph: where they have one, by putting that fact right.
     *
     * @throws Refusal {@code empty-file}, {@code file-too-large}, and as {@link PictureFile#of}
     */
    @Transactional
    public Fact<FactBody> photograph(Actor actor, Subject.Person person, byte[] bytes, String basis) {
        measured(bytes, LARGEST_PHOTO, "照片");
        var picture = PictureFile.of(bytes);
        acts.begin();
        var photo = new Photo(blobs.keep(bytes), picture.content().mediaType(), bytes.length);
        var held = dossiers.of(person, acts.now()).stream()
                .filter(each -> each.body() instanceof Photo)
                .findFirst();
        if (held.isEmpty()) return dossiers.record(actor, person, photo, Span.since(acts.today()), basis);
        if (held.get().content().equals(photo)) throw Refusal.input("same-photo", "未写入：这张就是档案中现有的照片。请核对所选文件。");
        return dossiers.correct(actor, held.get().id(), photo, held.get().valid(), basis, "更换照片");
    }

    /**
     * Keeps a paper beside a fact, or in a chapter of the dossier.
     *
     * @param fact the fact it is the basis of; null for the dossier as a whole
     * @param chapter in which it is read
     * @throws Refusal {@code empty-file}, {@code file-too-large}, {@code bad-name}, {@code active-content}, {@code unknown-content}
     */
    @Transactional
    public Fact<FactBody> attach(
            Actor actor,
            Subject.Person person,
            @Nullable UUID fact,
            Chapter chapter,
            String name,
            byte[] bytes,
            String basis) {
        measured(bytes, LARGEST, "附件");
        var content = Content.of(bytes);
        if (content.picture()) PictureFile.of(bytes);
        acts.begin();
        var digest = blobs.keep(bytes);
        var attached = new Attached(digest, content.mediaType(), bytes.length, named(name), fact, chapter);
        return dossiers.record(actor, person, attached, Span.since(acts.today()), basis);
    }

    /** The bytes of an attached paper; a broken seal is refused. */
    public byte[] bytes(Attached attached) {
        return blobs.find(attached.digest())
                .orElseThrow(() -> Refusal.absent("no-file", "未打开：附件的文件不在数据目录中。请联系系统管理员，从备份中恢复。"));
    }

    private static void measured(byte[] bytes, int most, String what) {
        if (bytes.length == 0) throw Refusal.input("empty-file", "未收下%s：文件是空的。请核对所选文件。".formatted(what));
        if (bytes.length > most)
            throw Refusal.input(
                    "file-too-large",
                    "未收下%s：文件有 %.1f MB，最大 %d MB。请压缩或裁剪后再上传。".formatted(what, bytes.length / (double) MB, most / MB));
    }

    /** The last part of whatever path it came with, without signs that files may not be called by. */
    private static String named(String name) {
        var last = name.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
                .strip();
        if (last.isEmpty() || last.matches("\\.+")) throw Refusal.input("bad-name", "未收下附件：文件没有名称。请写明它是什么材料。");
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }
}
