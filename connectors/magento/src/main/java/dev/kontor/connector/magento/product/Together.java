package dev.kontor.connector.magento.product;

/** How many articles go together: the new pictures of all of them are held in memory. */
final class Together {

  private static final int PICTURES = 25;

  private final int most;
  private int now = PICTURES;

  Together(int most) {
    this.most = most;
  }

  synchronized int now() {
    return now;
  }

  /**
   * Learns from articles that were looked at.
   *
   * @param pictures that the shop lacks
   */
  synchronized void saw(int articles, int pictures) {
    int fitting = pictures == 0 ? most : Math.max(1, articles * PICTURES / pictures);
    now = Math.min(Math.min(most, fitting), 2 * now);
  }
}
