package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.kit.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The one operation of an envelope, checked against namespace and header {@code SOAPAction}. */
final class Request {

  static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

  private Request() {}

  static Element operation(Call call, String namespace) {
    Element root = parsed(call);
    require(root, ENVELOPE, "Envelope");
    Element body = last(root);
    require(body, ENVELOPE, "Body");
    List<Element> content = children(body);
    if (content.size() != 1) {
      throw SoapFault.malformed("The body must hold one operation.");
    }
    Element operation = content.getFirst();
    allIn(operation, namespace);
    String action = call.header("SOAPAction").orElse("").replace("\"", "");
    if (!action.equals(namespace + ":" + operation.getLocalName())) {
      throw SoapFault.malformed(
          "The SOAPAction '%s' is not that of operation %s."
              .formatted(action, operation.getLocalName()));
    }
    return operation;
  }

  private static Element parsed(Call call) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(call.body())).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw SoapFault.malformed("The request is not well-formed: " + e.getMessage());
    }
  }

  private static void require(Element element, String namespace, String name) {
    if (!namespace.equals(element.getNamespaceURI()) || !name.equals(element.getLocalName())) {
      throw SoapFault.malformed("Expected element " + name + " of namespace " + namespace + ".");
    }
  }

  private static Element last(Element parent) {
    List<Element> children = children(parent);
    if (children.isEmpty()) {
      throw SoapFault.malformed("The envelope has no body.");
    }
    return children.getLast();
  }

  private static void allIn(Element element, String namespace) {
    if (!namespace.equals(element.getNamespaceURI())) {
      throw SoapFault.malformed(
          "Element %s is not of namespace %s.".formatted(element.getLocalName(), namespace));
    }
    children(element).forEach(child -> allIn(child, namespace));
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /**
   * The elements of a sequence.
   *
   * @param names in the order of the sequence; each may be left out, the first may be repeated
   */
  static List<Element> sequence(Element parent, List<String> names) {
    int at = 0;
    List<Element> children = children(parent);
    for (int i = 0; i < children.size(); i++) {
      int place = names.indexOf(children.get(i).getLocalName());
      boolean again = i > 0 && place == at && place > 0;
      if (place < at || again) {
        throw SoapFault.malformed(
            "Element %s is unexpected in %s; expected is the sequence %s."
                .formatted(children.get(i).getLocalName(), parent.getLocalName(), names));
      }
      at = place;
    }
    return children;
  }

  /** Of the child of that name; empty if it is left out. */
  static String text(Element parent, String name) {
    return children(parent).stream()
        .filter(child -> child.getLocalName().equals(name))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }
}
