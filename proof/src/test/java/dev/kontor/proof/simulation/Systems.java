package dev.kontor.proof.simulation;

/** The systems around the hub, and how well they can be reached. */
record Systems(Shop shop, Erp erp, Weather weather, Traffic toShop, Traffic toErp) {

  /** Both allow what the hub asks for by itself. */
  static Systems generous(World world, Weather weather) {
    return new Systems(
        new Shop(world),
        new Erp(world),
        weather,
        new Traffic(world, "shop", 8, 0),
        new Traffic(world, "erp", 8, 0));
  }
}
