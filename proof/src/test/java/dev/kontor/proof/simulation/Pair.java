package dev.kontor.proof.simulation;

import dev.kontor.engine.config.HubConfig;
import dev.kontor.spi.ConnectorProvider;

/** A shop and an ERP, how well they can be reached, and the flows between them. */
interface Pair {

  HubConfig configuration();

  /** The shop as one process reaches it. */
  ConnectorProvider shop(Wire wire);

  /** The ERP as one process reaches it. */
  ConnectorProvider erp(Wire wire);

  Weather weather();

  Traffic toShop();

  Traffic toErp();
}
