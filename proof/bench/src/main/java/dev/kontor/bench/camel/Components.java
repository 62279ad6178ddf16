package dev.kontor.bench.camel;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.undertow.UndertowComponent;
import org.apache.camel.component.undertow.UndertowHostOptions;

/** Camel's parts, sized so that none of them holds the others up. */
final class Components {

  /** As many as the load generator has connections. */
  static final int THREADS = 64;

  private Components() {}

  static void add(CamelContext camel, ConnectionFactory connections) {
    camel.addComponent("jms", JmsComponent.jmsComponent(connections));
    HttpComponent http = new HttpComponent();
    http.setMaxTotalConnections(THREADS);
    http.setConnectionsPerRoute(THREADS);
    camel.addComponent("http", http);
    UndertowComponent undertow = new UndertowComponent();
    UndertowHostOptions options = new UndertowHostOptions();
    options.setWorkerThreads(THREADS);
    undertow.setHostOptions(options);
    camel.addComponent("undertow", undertow);
  }
}
