/**
 * Keeps a fault in drawing one part from taking the whole window: the part says so, the rest goes
 * on.
 */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** what could not be drawn: 这一页 */
  readonly what: string;
  readonly children: ReactNode;
}
interface State {
  readonly hasFault: boolean;
}

/**
 * Around a page made anew by its `key`; what the user chose and typed stands in stores, which a
 * fault leaves alone. The fault itself is in the log, not on the screen.
 */
export class FaultBoundary extends Component<BoundaryProps, State> {
  override state: State = { hasFault: false };

  static getDerivedStateFromError(): State {
    return { hasFault: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFault) return this.props.children;
    const { what } = this.props;
    return (
      <section className="empty-page" role="alert">
        <p>{`${what}未能显示。数据、筛选、选中的格和未填完的内容均已保留，请重新打开；仍不能显示的，请退出程序后重新进入。`}</p>
        <div className="buttons">
          <Button type="primary" onClick={() => this.setState({ hasFault: false })}>
            {`重新打开${what}`}
          </Button>
        </div>
      </section>
    );
  }
}
