package dev.kontor.proof.simulation;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.Owner;
import dev.kontor.spi.ConnectorProvider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts of a shop and debtors of an ERP.
 *
 * @param owners whose word holds
 */
record Registers(
    Register accounts,
    Register debtors,
    Map<Attribute, Owner> owners,
    Weather weather,
    Traffic toShop,
    Traffic toErp)
    implements Pair {

  static Registers random(World world) {
    Map<Attribute, Owner> owners = new EnumMap<>(Attribute.usualOwners());
    List.of(Attribute.NAME, Attribute.PHONE, Attribute.ADDRESS)
        .forEach(attribute -> owners.put(attribute, world.dice().oneOf(List.of(Owner.values()))));
    return new Registers(
        new Register(world, "shop"),
        new Register(world, "ERP"),
        owners,
        Weather.random(world.dice()),
        Traffic.random(world, "shop"),
        Traffic.random(world, "erp"));
  }

  @Override
  public HubConfig configuration() {
    return Flows.ofCustomers(this, owners);
  }

  @Override
  public ConnectorProvider shop(Wire wire) {
    return new RegisterConnector(
        "simulated-shop", accounts, wire, new AccountsWriter(accounts, wire));
  }

  @Override
  public ConnectorProvider erp(Wire wire) {
    return new RegisterConnector("simulated-erp", debtors, wire, new DebtorsWriter(debtors, wire));
  }

  Register of(Owner side) {
    return side == Owner.SHOP ? accounts : debtors;
  }

  Owner owner(Attribute attribute) {
    return owners.getOrDefault(attribute, Owner.LATEST);
  }
}
