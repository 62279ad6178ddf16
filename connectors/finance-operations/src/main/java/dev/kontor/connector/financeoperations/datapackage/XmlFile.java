package dev.kontor.connector.financeoperations.datapackage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML file in UTF-8 that is being written. */
final class XmlFile {

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
    element(name, () -> take(to -> to.writeCharacters(Printable.of(text))));
  }

  /** Of the element that was begun last, in which nothing stands yet. */
  void attribute(String name, String value) {
    take(to -> to.writeAttribute(name, Printable.of(value)));
  }

  /** Of the element that was begun last, and of all in it. */
  void namespace(String uri) {
    take(to -> to.writeDefaultNamespace(uri));
  }

  private void take(Step step) {
    try {
      step.take(xml);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
