package dev.kontor.connector.amqp;

import dev.kontor.spi.Listener;
import java.util.concurrent.RejectedExecutionException;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message that the broker lends. */
record BrokerDelivery(BrokerQueue queue, Listener.Content content, Delivery lent)
    implements Listener.Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerDelivery.class);

  /** Which the broker puts down beside the reason, where it keeps either. */
  private static final String REFUSED = "kontor:refused";

  /** Says something of a message to its broker. */
  @FunctionalInterface
  private interface Saying {
    void say() throws ClientException;
  }

  @Override
  public String connection() {
    return queue.connection();
  }

  @Override
  public void accept() {
    settle(lent::accept);
  }

  @Override
  public void release() {
    settle(lent::release);
  }

  @Override
  public void reject(String reason) {
    settle(() -> lent.reject(REFUSED, reason));
  }

  private static void settle(Saying saying) {
    try {
      saying.say();
    } catch (ClientException | RejectedExecutionException e) {
      LOG.debug("a broker that is gone gives a message out again: {}", e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "BrokerDelivery[" + queue.name() + "]";
  }
}
