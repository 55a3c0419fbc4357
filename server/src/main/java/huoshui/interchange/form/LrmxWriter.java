package huoshui.interchange.form;

import java.nio.charset.StandardCharsets;

/**
 * Writes a form as `.lrmx`, always in the same way. 任免表写出
 *
 * <p>UTF-8 without a byte order mark (every known reader takes both, some take only this), CRLF line ends inside and
 * outside texts as Windows writers do, two blanks of indent. Reading what this wrote and writing it again gives the same
 * bytes; elements keep their order, their text and their spelling of emptiness.
 */
public final class LrmxWriter {

    private static final String END = "\r\n";

    public byte[] write(Form form) {
        var out = new StringBuilder(4096)
                .append("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
                .append(END);
        element(out, new Element("Person", form.attributes(), "", false, form.elements()), 0);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void element(StringBuilder out, Element element, int depth) {
        indent(out, depth);
        plain(out, element, depth);
        out.append(END);
    }

    private static void plain(StringBuilder out, Element element, int depth) {
        out.append('<').append(element.name());
        element.attributes().forEach((name, value) -> attribute(out, name, value));
        if (PhotoWrap.isHole(element.text())) {
            out.append("></").append(element.name()).append('>');
            return;
        }
        if (element.children().isEmpty() && element.text().isEmpty() && element.selfClosed()) {
            out.append("/>");
            return;
        }
        out.append('>');
        if (element.children().isEmpty()) text(out, element.text());
        else if (mixed(element)) element.children().forEach(each -> inline(out, each));
        else {
            out.append(END);
            element.children().forEach(each -> ownLine(out, each, depth + 1));
            indent(out, depth);
        }
        out.append("</").append(element.name()).append('>');
    }

    private static boolean mixed(Element element) {
        return element.children().stream().anyMatch(each -> each.name().equals(Element.TEXT));
    }

    /** Inside mixed text no blank may be added, or it would change the text. */
    private static void inline(StringBuilder out, Element element) {
        switch (element.name()) {
            case Element.TEXT -> text(out, element.text());
            case Element.COMMENT -> comment(out, element);
            default -> {
                if (element.children().isEmpty()) plain(out, element, 0);
                else {
                    out.append('<').append(element.name());
                    element.attributes().forEach((name, value) -> attribute(out, name, value));
                    out.append('>');
                    element.children().forEach(each -> inline(out, each));
                    out.append("</").append(element.name()).append('>');
                }
            }
        }
    }

    private static void ownLine(StringBuilder out, Element element, int depth) {
        if (!element.name().equals(Element.COMMENT)) {
            element(out, element, depth);
            return;
        }
        comment(indent(out, depth), element);
        out.append(END);
    }

    private static void comment(StringBuilder out, Element element) {
        out.append("<!--").append(element.text().replace("\n", END)).append("-->");
    }

    private static StringBuilder indent(StringBuilder out, int depth) {
        return out.repeat("  ", depth);
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> character(out, c);
            }
        }
        out.append('"');
    }

    private static void text(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') out.append(END);
            else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1)))
                out.append(c).append(text.charAt(++i));
            else character(out, c);
        }
    }

    private static void character(StringBuilder out, char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            // what no XML file can hold is shown as lost rather than making the file unreadable
            default -> out.append(XmlScanner.legal(c) ? c : '\uFFFD');
        }
    }
}
