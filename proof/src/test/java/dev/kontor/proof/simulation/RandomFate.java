package dev.kontor.proof.simulation;

/** Befalls at random, in some histories more than in others. */
final class RandomFate implements Fate {

  private final Dice dice;
  private final int waits;
  private final int stops;
  private final int deaths;
  private int deathsLeft = 3;
  private boolean calm;

  RandomFate(Dice dice) {
    this.dice = dice;
    this.waits = 100 + dice.below(400);
    this.stops = dice.chance(500) ? 1 + dice.below(10) : 0;
    this.deaths = dice.chance(600) ? 1 + dice.below(20) : 0;
  }

  @Override
  public void calm() {
    calm = true;
  }

  @Override
  public Event next(String process, String place, boolean locked) {
    if (calm) {
      return GO;
    }
    int thrown = dice.below(1000);
    if (thrown < deaths && deathsLeft > 0) {
      deathsLeft--;
      return DIE;
    }
    if (locked || thrown >= deaths + stops + waits) {
      return GO;
    }
    return thrown < deaths + stops ? new Event.Stop(dice.upTo(World.LONGEST_STOP)) : WAIT;
  }
}
