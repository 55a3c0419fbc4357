package huoshui.interchange.general;

import huoshui.kernel.Refusal;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads elements and their attributes out of an XML file, one at a time, resolving nothing. 逐行读取 */
final class XmlRows {

    private static final String UNLIMITED = "0";
    private static final XMLInputFactory FACTORY = hardened();

    private XmlRows() {}

    /**
     * Calls once per element of this name, with its attributes in file order.
     *
     * @throws Refusal when the file is no well-formed XML
     */
    static void read(
            Reader text, String file, String element, int longest, BiConsumer<Integer, Map<String, String>> each) {
        int row = 0;
        try {
            var xml = FACTORY.createXMLStreamReader(new RowGuard(text, file, longest));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals(element)) each.accept(++row, attributes(xml));
            }
        } catch (XMLStreamException broken) {
            throw malformed(file, row, broken);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        var values = LinkedHashMap.<String, String>newLinkedHashMap(xml.getAttributeCount());
        for (int i = 0; i < xml.getAttributeCount(); i++)
            values.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        return values;
    }

    private static Refusal malformed(String file, int row, XMLStreamException broken) {
        var place = broken.getLocation();
        var line = place == null ? 0 : place.getLineNumber();
        return Refusal.input(
                "general.malformed",
                "未读取通用格式包：%s 不是完整的 XML，读到第 %d 行数据之后（文件第 %d 行）出错，可能被截断或改坏。请用原系统重新导出。".formatted(file, row, line));
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Line breaks written as &#10; count as entities: 30,000 résumés exceed the default. There is no other kind
        // of entity without a document type, and that is refused before the parser sees it.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", UNLIMITED);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", UNLIMITED);
        factory.setProperty("jdk.xml.entityExpansionLimit", UNLIMITED);
        factory.setProperty("jdk.xml.elementAttributeLimit", "1000");
        return factory;
    }
}
