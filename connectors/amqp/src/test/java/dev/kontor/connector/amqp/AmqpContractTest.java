package dev.kontor.connector.amqp;

import dev.kontor.contract.ConnectorContract;
import dev.kontor.contract.TwinBench;
import dev.kontor.spi.ConnectorProvider;

class AmqpContractTest extends ConnectorContract {

  @Override
  public ConnectorProvider provider() {
    return new AmqpProvider();
  }

  @Override
  protected String evidence() {
    return "a running ActiveMQ Artemis; Azure Service Bus and RabbitMQ on documentation only";
  }

  @Override
  protected TwinBench open() {
    return new BrokerBench();
  }
}
