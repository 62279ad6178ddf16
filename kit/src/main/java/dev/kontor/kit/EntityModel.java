package dev.kontor.kit;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which entity sets a service offers and which properties they have, read from its metadata. */
public final class EntityModel {

  private final Map<String, Map<String, Integer>> propertiesBySet;

  private EntityModel(Map<String, Map<String, Integer>> propertiesBySet) {
    this.propertiesBySet = propertiesBySet;
  }

  /** Of a service that is not there. */
  public static EntityModel nothing() {
    return new EntityModel(Map.of());
  }

  public boolean has(String entitySet) {
    return propertiesBySet.containsKey(entitySet);
  }

  /** True for plain and navigation properties alike. */
  public boolean has(String entitySet, String property) {
    return propertiesBySet.getOrDefault(entitySet, Map.of()).containsKey(property);
  }

  /** Those of the wanted properties that exist there, in the order wanted. */
  public List<String> only(String entitySet, List<String> wanted) {
    return wanted.stream().filter(property -> has(entitySet, property)).toList();
  }

  /** The most characters a text property takes; 0 if unlimited or unknown. */
  public int maxLength(String entitySet, String property) {
    return propertiesBySet.getOrDefault(entitySet, Map.of()).getOrDefault(property, 0);
  }

  /**
   * @throws IllegalArgumentException if it is not well-formed XML
   */
  public static EntityModel read(byte[] metadata) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Parse parse = new Parse();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(metadata));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          parse.element(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("the service's metadata is not XML", e);
    }
    return parse.model();
  }

  private static final class Parse {
    private final Map<String, Map<String, Integer>> byType = new HashMap<>();
    private final Map<String, String> typeBySet = new HashMap<>();
    private Map<String, Integer> current = new TreeMap<>();

    void element(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "EntityType", "ComplexType" -> {
          current = new TreeMap<>();
          byType.put(attribute(xml, "Name"), current);
        }
        case "Property" -> current.put(attribute(xml, "Name"), length(xml));
        case "NavigationProperty" -> current.put(attribute(xml, "Name"), 0);
        case "EntitySet", "Singleton" ->
            typeBySet.put(attribute(xml, "Name"), attribute(xml, "EntityType"));
        default -> {
          // Annotations, keys and bindings do not matter here.
        }
      }
    }

    EntityModel model() {
      Map<String, Map<String, Integer>> bySet = new TreeMap<>();
      typeBySet.forEach(
          (set, type) ->
              bySet.put(
                  set, byType.getOrDefault(type.substring(type.lastIndexOf('.') + 1), Map.of())));
      return new EntityModel(bySet);
    }

    private static int length(XMLStreamReader xml) {
      String length = xml.getAttributeValue(null, "MaxLength");
      return length == null || !length.chars().allMatch(Character::isDigit)
          ? 0
          : Integer.parseInt(length);
    }

    private static String attribute(XMLStreamReader xml, String name) {
      @Nullable String value = xml.getAttributeValue(null, name);
      return value == null ? "" : value;
    }
  }
}
