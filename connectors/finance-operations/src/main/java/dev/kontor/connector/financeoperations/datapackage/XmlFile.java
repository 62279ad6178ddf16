package dev.kontor.connector.financeoperations.datapackage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML file in UTF-8 that is being written. */
final class XmlFile {

  private static final int FIRST_PRINTED = 0x20;
  private static final int LAST = 0xFFFD;
  private static final int FIRST_BEYOND = 0x10000;

  /** A call of the writer. */
  @FunctionalInterface
  private interface Step {
    void take(XMLStreamWriter xml) throws XMLStreamException;
  }

  private final XMLStreamWriter xml;

  private XmlFile(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] of(Consumer<XmlFile> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String encoding = StandardCharsets.UTF_8.name();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, encoding);
      xml.writeStartDocument(encoding, "1.0");
      content.accept(new XmlFile(xml));
      xml.writeEndDocument();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element with more in it. */
  void element(String name, Runnable content) {
    take(to -> to.writeStartElement(name));
    content.run();
    take(XMLStreamWriter::writeEndElement);
  }

  /** An element with a text alone. */
  void element(String name, String text) {
    element(name, () -> take(to -> to.writeCharacters(printable(text))));
  }

  /** Of the element that was begun last, in which nothing stands yet. */
  void attribute(String name, String value) {
    take(to -> to.writeAttribute(name, printable(value)));
  }

  /** Of the element that was begun last, and of all in it. */
  void namespace(String uri) {
    take(to -> to.writeDefaultNamespace(uri));
  }

  /** XML has no way at all to write some characters; nobody reads them either. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(XmlFile::isPrintable)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= FIRST_PRINTED && point <= LAST && !isHalf(point))
        || point >= FIRST_BEYOND;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private void take(Step step) {
    try {
      step.take(xml);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
