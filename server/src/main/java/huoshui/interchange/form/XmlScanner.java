package huoshui.interchange.form;

import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small part of XML that forms use, and nothing that can do harm. 扫描
 *
 * <p>Our own rather than the platform's because it must tell {@code <X/>} from {@code <X></X>}, say in plain words where
 * a file breaks off, and can have no DTD, no entity and no outside reference: it does not know what they are.
 */
final class XmlScanner {

    private static final int DEEPEST = 24;

    /** How long the mark is that opens what this one closes, so that {@code <!-->} closes nothing. */
    private static final Map<String, Integer> OPENING = Map.of("-->", 4, "]]>", 9, "?>", 2);

    private final String in;
    private final Limits limits;
    private int at;
    private int elements;

    XmlScanner(String in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    Element document() {
        if (in.startsWith("\uFEFF")) at++;
        prolog();
        if (at >= in.length()) throw truncated();
        var root = element(0);
        prolog();
        while (at < in.length() && (in.charAt(at) == 0 || in.charAt(at) == 0x1A || Blanks.isBlank(in.charAt(at)))) at++;
        if (at < in.length()) throw malformed("表格结束之后还有内容");
        return root;
    }

    private void prolog() {
        while (true) {
            while (at < in.length() && Blanks.isBlank(in.charAt(at))) at++;
            if (in.startsWith("<?", at)) at = after("?>");
            else if (in.startsWith("<!--", at)) at = after("-->");
            else if (in.startsWith("<!", at)) throw doctype();
            else return;
        }
    }

    private int after(String mark) {
        int found = in.indexOf(mark, Math.min(in.length(), at + OPENING.getOrDefault(mark, 0)));
        if (found < 0) throw truncated();
        return found + mark.length();
    }

    private Element element(int depth) {
        if (in.charAt(at) != '<') throw malformed("此处应为“<”开头的标记");
        if (depth > DEEPEST) throw malformed("标记嵌套过深");
        if (++elements > limits.elements()) throw malformed("标记过多");
        at++;
        var name = name();
        var attributes = attributes();
        if (take("/>")) return new Element(name, attributes, "", true, List.of());
        if (!take(">")) throw malformed("标记“" + name + "”没有写完");
        return content(name, attributes, depth);
    }

    private String name() {
        int from = at;
        while (at < in.length() && namePart(in.charAt(at), at == from)) at++;
        if (at >= in.length()) throw truncated();
        if (at == from) throw malformed("“<”之后不是标记名");
        return in.substring(from, at);
    }

    private static boolean namePart(char c, boolean first) {
        if (Character.isLetter(c) || c == '_' || c == ':') return true;
        return !first && (Character.isDigit(c) || c == '-' || c == '.' || c == '·');
    }

    private Map<String, String> attributes() {
        Map<String, String> found = Map.of();
        while (true) {
            blanks();
            char c = here();
            if (c == '>' || c == '/') return found;
            var name = name();
            blanks();
            if (!take("=")) throw malformed("属性“" + name + "”没有值");
            blanks();
            char quote = here();
            if (quote != '"' && quote != '\'') throw malformed("属性“" + name + "”的值没有引号");
            int end = in.indexOf(quote, at + 1);
            if (end < 0) throw truncated();
            if (found.isEmpty()) found = new LinkedHashMap<>();
            found.put(name, characters(at + 1, end));
            at = end + 1;
        }
    }

    private Element content(String name, Map<String, String> attributes, int depth) {
        int most = Box.of(name)
                        .filter(box -> box != Box.PHOTO && box != Box.FAMILY)
                        .isPresent()
                ? limits.text()
                : limits.blob();
        var pieces = new ArrayList<Element>();
        boolean nested = false;
        long length = 0;
        while (true) {
            int open = in.indexOf('<', at);
            if (open < 0) throw truncated();
            if (open > at) pieces.add(Element.text(Element.TEXT, characters(at, open)));
            length += open - at;
            if (length > most) throw tooLong(name, length);
            at = open;
            if (in.startsWith("</", at)) {
                close(name);
                return gathered(name, attributes, pieces, nested);
            } else if (in.startsWith("<!--", at)) {
                int end = after("-->");
                checkCharacters(at + 4, end - 3);
                pieces.add(Element.text(Element.COMMENT, Blanks.lineFeeds(in.substring(at + 4, end - 3))));
                at = end;
            } else if (in.startsWith("<![CDATA[", at)) {
                int end = after("]]>");
                checkCharacters(at + 9, end - 3);
                pieces.add(Element.text(Element.TEXT, Blanks.lineFeeds(in.substring(at + 9, end - 3))));
                length += end - at;
                at = end;
            } else if (in.startsWith("<!", at)) {
                throw doctype();
            } else if (in.startsWith("<?", at)) {
                at = after("?>");
            } else {
                pieces.add(element(depth + 1));
                nested = true;
            }
        }
    }

    private void close(String name) {
        at += 2;
        var closing = name();
        blanks();
        if (!closing.equals(name)) throw malformed("标记“" + name + "”尚未结束就遇到“</" + closing + ">”");
        if (!take(">")) throw malformed("结束标记“" + closing + "”没有写完");
    }

    private static Element gathered(String name, Map<String, String> attributes, List<Element> pieces, boolean nested) {
        boolean container =
                nested || pieces.stream().anyMatch(each -> each.name().equals(Element.COMMENT));
        if (!container) {
            if (pieces.size() == 1)
                return new Element(name, attributes, pieces.getFirst().text(), false, List.of());
            var text = new StringBuilder();
            for (var each : pieces) text.append(each.text());
            return new Element(name, attributes, text.toString(), false, List.of());
        }
        if (!nested) {
            var text = new StringBuilder();
            for (var each : pieces) if (each.name().equals(Element.TEXT)) text.append(each.text());
            return new Element(name, attributes, text.toString(), false, List.of());
        }
        boolean mixed =
                pieces.stream().anyMatch(each -> each.name().equals(Element.TEXT) && !Blanks.isBlank(each.text()));
        if (!mixed) pieces.removeIf(each -> each.name().equals(Element.TEXT));
        return new Element(name, attributes, "", false, pieces);
    }

    /** The characters of [from, to) with references resolved and line ends as LF. */
    private String characters(int from, int to) {
        checkCharacters(from, to);
        var raw = in.substring(from, to);
        if (raw.indexOf('&') < 0) return Blanks.lineFeeds(raw);
        var out = new StringBuilder(raw.length());
        int done = 0;
        for (int amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', done)) {
            int end = raw.indexOf(';', amp);
            out.append(raw, done, amp);
            if (end < 0 || end - amp > 12) {
                at = from + amp;
                throw malformed("“&”没有写成“&amp;”");
            }
            out.appendCodePoint(reference(raw.substring(amp + 1, end), from + amp));
            done = end + 1;
        }
        return Blanks.lineFeeds(out.append(raw, done, raw.length()).toString());
    }

    private int reference(String name, int offset) {
        Integer known = switch (name) {
            case "amp" -> (int) '&';
            case "lt" -> (int) '<';
            case "gt" -> (int) '>';
            case "quot" -> (int) '"';
            case "apos" -> (int) '\'';
            default -> number(name);
        };
        if (known != null) return known;
        at = offset;
        throw malformed("不认识“&" + name + ";”");
    }

    private static @Nullable Integer number(String name) {
        try {
            if (!name.startsWith("#")) return null;
            int code = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return legal(code) ? code : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    static boolean legal(int code) {
        if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
        return code < 0xD800 || (code > 0xDFFF && code < 0xFFFE) || (code > 0xFFFF && code <= 0x10FFFF);
    }

    private void checkCharacters(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            if (c >= 0x20 && c < 0xD800) continue;
            boolean paired = Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(in.charAt(i + 1));
            if (paired) i++;
            else if (!legal(c)) {
                at = i;
                throw malformed("有不可用的控制字符");
            }
        }
    }

    private void blanks() {
        while (at < in.length() && Character.isWhitespace(in.charAt(at))) at++;
    }

    private char here() {
        if (at >= in.length()) throw truncated();
        return in.charAt(at);
    }

    private boolean take(String mark) {
        if (!in.startsWith(mark, at)) {
            if (at >= in.length() - mark.length() + 1 && mark.startsWith(in.substring(at))) throw truncated();
            return false;
        }
        at += mark.length();
        return true;
    }

    private Refusal truncated() {
        return Refusal.input(
                "form.truncated",
                "读取任免表文件：文件在第 " + Decoded.lineAt(in, in.length()) + " 行中断，缺少结束标记，可能没有传输完整；请重新导出或重新复制该文件后再导入。");
    }

    private Refusal malformed(String what) {
        return Refusal.input(
                "form.malformed",
                "读取任免表文件：第 " + Decoded.lineAt(in, at) + " 行" + what + "，不是完好的任免表；请在任免表编辑器中打开并重新保存后再导入。");
    }

    private Refusal doctype() {
        return Refusal.input(
                "form.doctype",
                "读取任免表文件：第 " + Decoded.lineAt(in, at) + " 行含有任免表不应有的文档类型声明或实体定义，出于安全不予读取；请向来件单位索取由任免表编辑器保存的文件。");
    }

    private static Refusal tooLong(String name, long length) {
        var label = Box.of(name).map(Box::label).orElse(name);
        return Refusal.input("form.too-long", "读取任免表文件：“" + label + "”一栏有 " + length + " 个字符，超出可读取的上限；请改正该栏后再导入。");
    }
}
