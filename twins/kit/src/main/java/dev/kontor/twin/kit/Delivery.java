package dev.kontor.twin.kit;

/** What came of one webhook POST; status 0 means no answer, with the reason in body. */
public record Delivery(int status, String body) {
  public boolean success() {
    return status >= 200 && status < 300;
  }
}
