package dev.kontor.bench.camel;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Embedded Artemis with a persistent journal that is synced to disk. */
record Broker(EmbeddedActiveMQ server, JmsPoolConnectionFactory connections)
    implements AutoCloseable {

  static Broker start(Path directory) throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(true)
            .setJournalDatasync(true)
            .setJournalSyncTransactional(true)
            .setJournalSyncNonTransactional(true)
            .setSecurityEnabled(false)
            .setJournalDirectory(directory.resolve("journal").toString())
            .setBindingsDirectory(directory.resolve("bindings").toString())
            .setLargeMessagesDirectory(directory.resolve("large").toString())
            .setPagingDirectory(directory.resolve("paging").toString())
            .addAcceptorConfiguration("in-vm", "vm://0");
    EmbeddedActiveMQ server = new EmbeddedActiveMQ().setConfiguration(configuration);
    server.start();
    return new Broker(server, pool());
  }

  private static JmsPoolConnectionFactory pool() {
    JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
    pool.setConnectionFactory(new ActiveMQConnectionFactory("vm://0"));
    pool.setMaxConnections(8);
    return pool;
  }

  long depth(String name) {
    Queue queue = server.getActiveMQServer().locateQueue(name);
    return queue == null ? 0 : queue.getMessageCount();
  }

  @Override
  public void close() throws Exception {
    connections.stop();
    server.stop();
  }
}
