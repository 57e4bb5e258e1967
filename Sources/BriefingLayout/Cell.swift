// (owner: layout) the gate
