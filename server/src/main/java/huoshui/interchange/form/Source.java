package huoshui.interchange.form;

import org.jspecify.annotations.Nullable;

/**
 * One file to import, or why it cannot be. 待导入文件
 *
 * @param file the file as it was named or found
 * @param entry its name inside an archive; null when it is no archive's
 * @param bytes the content; empty when {@code problem} is there
 * @param picture the sibling `.pic` of an `.lrm`; null when there is none
 * @param problem why it is not read
 */
public record Source(
        String file,
        @Nullable String entry,
        byte[] bytes,
        byte @Nullable [] picture,
        @Nullable Problem problem) {

    static Source refused(String file, @Nullable String entry, String code, String message) {
        return new Source(file, entry, new byte[0], null, Problem.error("file", code, message));
    }

    /** The name that decides what kind of file it is. */
    public String name() {
        return entry == null ? file : entry;
    }

    /**
     * The form in it.
     *
     * @throws huoshui.kernel.Refusal when it cannot be read
     */
    public Form form(Limits limits) {
        return Kind.of(name()) == Kind.LRM
                ? new LrmReader(limits).read(bytes, picture)
                : new LrmxReader(limits).read(bytes);
    }
}
