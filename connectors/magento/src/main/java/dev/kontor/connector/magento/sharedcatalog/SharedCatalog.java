package dev.kontor.connector.magento.sharedcatalog;

/**
 * One of the shop's shared catalogues.
 *
 * @param name unique in the shop (rest/b2b/shared-cat-manage.md)
 */
public record SharedCatalog(int id, String name) {

  /** Where its products are read and changed. */
  String path(String action) {
    return "sharedCatalog/" + id + "/" + action;
  }
}
