/** The tables of one company and the errors its rules raise. */
package dev.kontor.twin.businesscentral.records;
