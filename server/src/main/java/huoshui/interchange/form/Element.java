package huoshui.interchange.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a form file exactly as it stood, known or unknown. 元素
 *
 * <p>Bare text between child elements stands as a child named {@value #TEXT}, a comment as one named {@value #COMMENT}.
 *
 * @param text the text as it stood, untrimmed, line ends normalised to LF; empty when there are children
 * @param selfClosed it was spelled {@code <X/>}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Element(
        String name, Map<String, String> attributes, String text, boolean selfClosed, List<Element> children) {

    public static final String TEXT = "#text";
    public static final String COMMENT = "#comment";

    @SuppressWarnings(
            "NullAway") // a stored element leaves out what is empty, and the reader of stored drafts gives null
    public Element {
        attributes = attributes == null ? Map.of() : attributes;
        text = text == null ? "" : text;
        children = children == null ? List.of() : List.copyOf(children);
    }

    static Element text(String name, String text) {
        return new Element(name, Map.of(), text, false, List.of());
    }

    /** The text without surrounding blanks of any kind. */
    public String value() {
        return Blanks.trim(text);
    }

    Optional<Element> child(String named) {
        for (var each : children) {
            if (each.name.equals(named)) return Optional.of(each);
        }
        return Optional.empty();
    }

    /** The same element holding this text instead. */
    Element holding(String newText) {
        return new Element(name, attributes, newText, selfClosed && newText.isEmpty(), List.of());
    }

    Element holding(List<Element> newChildren) {
        return new Element(name, attributes, "", selfClosed && newChildren.isEmpty(), newChildren);
    }
}
