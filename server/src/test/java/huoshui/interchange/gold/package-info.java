/**
 * Gold resumes 金标准简历: what a reader of resumes is measured against.
 *
 * <p>Starts at {@link GoldResume}; the fields are told in {@code src/test/resources/gold/resumes/README.md}.
 * <p>Not here: reading resumes. The truth was written down before the text was, by people who had not seen the reader.
 */
@NullMarked
package huoshui.interchange.gold;

import org.jspecify.annotations.NullMarked;
