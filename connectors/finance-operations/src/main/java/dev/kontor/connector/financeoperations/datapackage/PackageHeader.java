package dev.kontor.connector.financeoperations.datapackage;

/** Says what kind of package it is; documentation only, as {@link PackageManifest}. */
record PackageHeader(String project) {

  private static final String MANIFEST =
      "Microsoft.Dynamics.AX.Framework.Tools.DataManagement.Serialization"
          + ".DataManagementPackageManifest";

  byte[] xml() {
    return PackageXml.of(
        "DataManagementPackageHeader",
        xml -> {
          xml.element("Description", project);
          xml.element("ManifestType", MANIFEST);
          xml.element("PackageType", "DefinitionGroup");
          xml.element("PackageVersion", "2");
        });
  }
}
