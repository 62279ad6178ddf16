package dev.kontor.bench.camel;

import dev.kontor.bench.shop.Signature;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;

/**
 * Webhook to queue, answered once the journal has it; queue to target, acknowledged with the
 * transaction once the target has answered.
 */
final class OrderRoutes extends RouteBuilder {

  static final String QUEUE = "orders";

  private static final int CONSUMERS = 16;

  private final int port;
  private final URI target;

  OrderRoutes(int port, URI target) {
    this.port = port;
    this.target = target;
  }

  @Override
  public void configure() {
    from("undertow:http://127.0.0.1:" + port + "/shop")
        .convertBodyTo(byte[].class)
        .process(OrderRoutes::prove)
        .removeHeaders("*")
        .to(ExchangePattern.InOnly, "jms:queue:" + QUEUE + "?deliveryPersistent=true")
        .setBody(constant(""));
    from("jms:queue:"
            + QUEUE
            + "?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER"
            + "&concurrentConsumers="
            + CONSUMERS)
        .process(OrderRoutes::translate)
        .removeHeaders("*")
        .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
        .setHeader(Exchange.HTTP_METHOD, constant("POST"))
        .to("http://" + target.getAuthority() + target.getPath());
  }

  private static void prove(Exchange exchange) {
    String signature = exchange.getMessage().getHeader(Signature.HEADER, "", String.class);
    if (!Signature.proves(signature, exchange.getMessage().getBody(byte[].class))) {
      throw new IllegalArgumentException("the signature does not fit the body");
    }
  }

  private static void translate(Exchange exchange) {
    byte[] order = exchange.getMessage().getBody(byte[].class);
    exchange.getMessage().setBody(CamelMapping.salesOrder(order));
  }
}
