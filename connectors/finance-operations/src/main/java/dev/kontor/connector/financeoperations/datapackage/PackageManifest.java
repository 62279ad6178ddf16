package dev.kontor.connector.financeoperations.datapackage;

/**
 * Says which file of a package is for which entity. It is what public packages have in common, and
 * nothing of it was tried (documentation only); which fields go where is the data project's.
 */
record PackageManifest(String project) {

  static final String FILE = CompositeOrder.ENTITY + ".xml";

  byte[] xml() {
    return PackageXml.of("DataManagementPackageManifest", this::entities);
  }

  private void entities(XmlFile xml) {
    xml.element("DefinitionGroupName", project);
    xml.element("Description", project);
    xml.element(
        "PackageEntityList",
        () -> xml.element("DataManagementPackageEntityData", () -> entity(xml)));
  }

  private static void entity(XmlFile xml) {
    xml.element("DefaultRefreshType", "FullPush");
    xml.element("Disable", "false");
    xml.element("EntityName", CompositeOrder.ENTITY);
    xml.element("ExecutionUnit", "1");
    xml.element("InputFilePath", FILE);
    xml.element("LevelInExecutionUnit", "1");
    xml.element("SequenceInLevel", "1");
    xml.element("SourceFormat", "XML-Attribute");
  }
}
