package dev.kontor.twin.financeoperations.packages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A data package: a zip with a manifest, a header and one file for each entity. */
final class DataPackage {
  private static final String MANIFEST = "Manifest.xml";
  private static final String HEADER = "PackageHeader.xml";

  private final Map<String, byte[]> files;

  private DataPackage(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Throws IllegalArgumentException for what is no package. */
  static DataPackage read(byte[] zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("The package is not a zip file.", e);
    }
    for (String needed : List.of(MANIFEST, HEADER)) {
      if (!files.containsKey(needed)) {
        throw new IllegalArgumentException("The package has no " + needed + ".");
      }
    }
    return new DataPackage(files);
  }

  /** The file of the only entity in it; throws IllegalArgumentException for none or more. */
  Element only() {
    List<String> names =
        files.keySet().stream().filter(n -> !n.equals(MANIFEST) && !n.equals(HEADER)).toList();
    if (names.size() != 1) {
      throw new IllegalArgumentException(
          "A package of a composite entity has one file beside manifest and header; this one has "
              + names.size()
              + ".");
    }
    return xml(files.getOrDefault(names.getFirst(), new byte[0]));
  }

  private static Element xml(byte[] content) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(content))
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException("The file is not XML: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
