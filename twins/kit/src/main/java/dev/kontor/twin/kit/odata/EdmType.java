package dev.kontor.twin.kit.odata;

/** The primitive types the twins' tables use. */
public enum EdmType {
  GUID("Edm.Guid"),
  STRING("Edm.String"),
  DECIMAL("Edm.Decimal"),
  INT32("Edm.Int32"),
  BOOLEAN("Edm.Boolean"),
  DATE("Edm.Date"),
  DATETIME("Edm.DateTimeOffset"),
  /** Bytes behind an address of their own; JSON shows only that address. */
  STREAM("Edm.Stream"),
  ENUM("");

  private final String edmName;

  EdmType(String edmName) {
    this.edmName = edmName;
  }

  /** Name in $metadata; empty for an enumeration, which is named by its column. */
  public String edmName() {
    return edmName;
  }
}
