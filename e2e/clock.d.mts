export declare function shiftClock(offset: number): void;
export declare const offset: number;
