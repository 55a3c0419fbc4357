/**
 * Paper 印制: sheets of ruled boxes as PDF and Word, set in typefaces that travel with the product.
 *
 * <p>Words: sheet 印件, box 格, passage 栏内文字, fitting 排字, imprint 印记, continuation 附页.
 * <p>Starts at {@link huoshui.document.paper.PdfPaper} and {@link huoshui.document.paper.WordPaper}; the official form is
 * {@link huoshui.document.paper.AppointmentLayout}.
 * <p>Not here: where the words come from (interchange, dossier), who may have them (access).
 */
@NamedInterface("paper")
@NullMarked
package huoshui.document.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
