package dev.kontor.proof.b2b;

import dev.kontor.contract.Await;
import dev.kontor.engine.db.Database;
import dev.kontor.proof.merchant.RunningHub;
import dev.kontor.twin.financeoperations.FinanceOperationsTwin;
import dev.kontor.twin.magento.MagentoTwin;
import dev.kontor.twin.magento.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Adobe Commerce, Finance & Operations, and a hub between them. */
final class Wholesale implements AutoCloseable {

  private final dev.kontor.twin.financeoperations.Options options =
      dev.kontor.twin.financeoperations.Options.quick();
  private final MagentoTwin shopTwin;
  private final FinanceOperationsTwin erpTwin;
  private final Storefront shop;
  private final Clerks erp;
  private final Database database = Database.forTests();
  private final RunningHub hub;

  Wholesale(Path home, Iterable<Article> articles) throws IOException {
    shopTwin = MagentoTwin.start(Options.demo().adobeCommerce().allowingBearer());
    erpTwin = FinanceOperationsTwin.start(options);
    shop = new Storefront(shopTwin);
    erp = new Clerks(erpTwin, options);
    for (Article article : articles) {
      erp.release(article);
      if (article.pieces() > 0) {
        shop.list(article);
        erp.agree(Trade.GROUP, article);
      }
    }
    Map<String, String> secrets =
        Map.of(
            "CONSUMER_SECRET", Options.CONSUMER_SECRET,
            "TOKEN", Options.TOKEN,
            "TOKEN_SECRET", Options.TOKEN_SECRET,
            "ERP_SECRET", options.clientSecret());
    hub = new RunningHub(home, configuration(), secrets, database);
  }

  private String configuration() throws IOException {
    String file = "/b2b/magento-finance-operations.yaml";
    try (InputStream in = Wholesale.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${SHOP}", shopTwin.uri().toString())
          .replace("${CONSUMER_KEY}", Options.CONSUMER_KEY)
          .replace("${ERP}", erpTwin.uri().toString())
          .replace("${SCOPE}", erpTwin.scope())
          .replace("${TENANT}", options.tenant());
    }
  }

  Storefront shop() {
    return shop;
  }

  Clerks erp() {
    return erp;
  }

  RunningHub hub() {
    return hub;
  }

  void await(String what, BooleanSupplier condition) {
    hub.await(Await.PATIENCE, what, condition);
  }

  /** What the other system does not have, as most of both simulated assortments, may wait. */
  void atRest() {
    hub.rest().leaving(open -> open.endsWith("polled waiting")).await(Await.PATIENCE);
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    shop.close();
    erp.close();
    shopTwin.close();
    erpTwin.close();
  }
}
