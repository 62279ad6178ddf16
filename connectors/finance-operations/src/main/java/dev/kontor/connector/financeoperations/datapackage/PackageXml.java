package dev.kontor.connector.financeoperations.datapackage;

import java.util.function.Consumer;

/** What manifest and header of a package have in common. */
final class PackageXml {

  private static final String NAMESPACE =
      "http://schemas.microsoft.com/dynamics/2015/01/DataManagement";

  private PackageXml() {}

  static byte[] of(String root, Consumer<XmlFile> content) {
    return XmlFile.of(
        xml ->
            xml.element(
                root,
                () -> {
                  xml.namespace(NAMESPACE);
                  content.accept(xml);
                }));
  }
}
