// The two channels between the window and the main side. Every call goes through the first, every event through the second.

export const callChannel = 'offprint:call';
export const eventChannel = 'offprint:event';
