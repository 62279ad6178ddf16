package dev.kontor.connector.businesscentral.soap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;

/** Puts an operation into a SOAP 1.1 envelope, and takes the answer out of one. */
final class Envelope {

  private Envelope() {}

  static byte[] of(String namespace, Part operation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter to =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      to.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      to.writeStartElement("soap", "Envelope", Xml.SOAP);
      to.writeNamespace("soap", Xml.SOAP);
      to.writeStartElement("soap", "Body", Xml.SOAP);
      to.writeStartElement(operation.name());
      to.writeDefaultNamespace(namespace);
      content(to, operation);
      to.writeEndDocument();
      to.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void content(XMLStreamWriter to, Part part) throws XMLStreamException {
    if (part.text() != null) {
      text(to, part.text());
    }
    for (Part inner : part.parts()) {
      to.writeStartElement(inner.name());
      content(to, inner);
      to.writeEndElement();
    }
  }

  /** A reader makes a line feed of a carriage return, unless it is a reference. */
  private static void text(XMLStreamWriter to, String text) throws XMLStreamException {
    String[] lines = text.split("\r", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        to.writeEntityRef("#13");
      }
      to.writeCharacters(lines[i]);
    }
  }

  /** What the body holds; empty if the document is no envelope, or holds nothing. */
  static Optional<Element> content(byte[] answer) {
    return Xml.root(answer)
        .filter(root -> Xml.is(root, Xml.SOAP, "Envelope"))
        .flatMap(root -> Xml.child(root, Xml.SOAP, "Body"))
        .flatMap(body -> Xml.children(body).findFirst());
  }
}
