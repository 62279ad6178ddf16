package dev.kontor.twin.financeoperations.schema;

/** The types of properties; the wire names are those of $metadata. */
public enum Kind {
  STRING("Edm.String"),
  DECIMAL("Edm.Decimal"),
  INT32("Edm.Int32"),
  INT64("Edm.Int64"),
  GUID("Edm.Guid"),
  /** A point in time. */
  MOMENT("Edm.DateTimeOffset"),
  /** A day, told as noon UTC. */
  DAY("Edm.DateTimeOffset"),
  /** A symbol; its type is named by the property. */
  ENUM("");

  private final String edm;

  Kind(String edm) {
    this.edm = edm;
  }

  /** Name in $metadata; empty for an enumeration. */
  public String edm() {
    return edm;
  }

  public boolean isNumber() {
    return this == DECIMAL || this == INT32 || this == INT64;
  }

  public boolean isTime() {
    return this == MOMENT || this == DAY;
  }
}
