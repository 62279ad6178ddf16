package dev.kontor.connector.businesscentral.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML without document types, so that no entity is ever expanded and no file fetched. */
final class Xml {

  static final String SCHEMA = XMLConstants.W3C_XML_SCHEMA_NS_URI;
  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private Xml() {}

  /** The root element; empty if it is no XML, or has a document type. */
  static Optional<Element> root(byte[] body) {
    try {
      return Optional.of(builder().parse(new ByteArrayInputStream(body)).getDocumentElement());
    } catch (SAXException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the usual one prints
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty());
  }

  static Stream<Element> children(Element parent, String namespace, String name) {
    return children(parent).filter(child -> is(child, namespace, name));
  }

  static Optional<Element> child(Element parent, String namespace, String name) {
    return children(parent, namespace, name).findFirst();
  }

  static boolean is(Node node, String namespace, String name) {
    return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  /** Whether it holds other elements, as the rows of a sub-page. */
  static boolean isNested(Element element) {
    return children(element).findAny().isPresent();
  }
}
