/**
 * A strict, stateful simulation of Business Central's API v2.0, written from
 * business-central/behaviours.md.
 */
package dev.kontor.twin.businesscentral;
