/**
 * Documents 文书与附件: paper in, paper out. Pictures and other attachments, kept by the digest of their bytes; sheets printed as PDF and Word.
 *
 * <p>Words: attachment 附件, blob 附件原件, content 附件内容类型, picture size 照片尺寸, sheet 印件.
 * <p>Starts at {@link huoshui.document.Blobs} and {@link huoshui.document.paper.PdfPaper}.
 * <p>Not here: what an attachment says about anybody (dossier), reading of exchange files (interchange).
 */
@ApplicationModule(
        displayName = "Documents 文书与附件",
        allowedDependencies = {"kernel", "access"})
@NullMarked
package huoshui.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
