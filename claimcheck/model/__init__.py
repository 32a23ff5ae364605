"""The data that travel through claimcheck: frozen, slotted, holding tuples; standard library only."""
