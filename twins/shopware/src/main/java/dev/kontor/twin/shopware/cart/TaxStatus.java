package dev.kontor.twin.shopware.cart;

/** What the line prices of a cart mean (contract §6). */
public enum TaxStatus {
  GROSS("gross"),
  NET("net"),
  FREE("tax-free");

  private final String json;

  TaxStatus(String json) {
    this.json = json;
  }

  public String json() {
    return json;
  }

  public static TaxStatus of(String json) {
    for (TaxStatus status : values()) {
      if (status.json.equals(json)) {
        return status;
      }
    }
    throw new IllegalArgumentException("No tax status " + json);
  }
}
