package dev.kontor.twin.shopware.hooks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What an app's manifest.xml asks for.
 *
 * @param secret known to the twin's "store", signs the registration
 * @param privileges such as order:read
 */
public record Manifest(
    String name,
    String version,
    String registrationUrl,
    String secret,
    Set<String> privileges,
    List<Hook> hooks) {

  /** One webhook of the app. */
  public record Hook(String name, String url, String event, boolean onlyLiveVersion) {}

  /** Throws IllegalArgumentException when the text is no manifest. */
  public static Manifest parse(String xml) {
    Document document = document(xml);
    return new Manifest(
        text(document, "name"),
        text(document, "version"),
        text(document, "registrationUrl"),
        text(document, "secret"),
        privileges(document),
        hooks(document));
  }

  private static Document document(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("manifest is not XML: " + e.getMessage(), e);
    }
  }

  private static String text(Document document, String element) {
    Node node = document.getElementsByTagName(element).item(0);
    if (node == null) {
      throw new IllegalArgumentException("manifest has no <" + element + ">");
    }
    return node.getTextContent().strip();
  }

  private static Set<String> privileges(Document document) {
    Set<String> privileges = new LinkedHashSet<>();
    for (String action : List.of("read", "create", "update", "delete")) {
      for (Element element : elements(document, action)) {
        privileges.add(element.getTextContent().strip() + ":" + action);
      }
    }
    return privileges;
  }

  private static List<Hook> hooks(Document document) {
    List<Hook> hooks = new ArrayList<>();
    for (Element element : elements(document, "webhook")) {
      boolean live = element.getAttribute("onlyLiveVersion").equals("true");
      hooks.add(
          new Hook(
              element.getAttribute("name"),
              element.getAttribute("url"),
              element.getAttribute("event"),
              live));
    }
    return hooks;
  }

  private static List<Element> elements(Document document, String name) {
    List<Element> elements = new ArrayList<>();
    var nodes = document.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
